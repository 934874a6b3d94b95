/**
 * For whom somebody reports: an ORI, or a department that has none and a key; those that one department reports for ($1), or
 * (null) all. `main`: what a report is counted under that names no ORI.
 */
export const REPORTERS = `
  reporter AS (
    SELECT o.ori, o.department_id, o.reported_by, d.name, to_char(o.since, 'YYYY-MM') AS since, to_char(o.until, 'YYYY-MM') AS until,
           o.ori = (SELECT own.ori FROM redress.reporting_ori own JOIN redress.department p ON p.jurisdiction_id = own.jurisdiction_id
             AND p.id = own.department_id WHERE own.department_id = o.department_id AND own.reported_by = o.reported_by
             ORDER BY own.ori = p.ori DESC NULLS LAST, own.ori LIMIT 1) AND o.department_id = o.reported_by AS main
      FROM redress.reporting_ori o JOIN redress.department d ON d.jurisdiction_id = o.jurisdiction_id AND d.id = o.department_id
     WHERE $1::uuid IS NULL OR o.reported_by = $1
    UNION ALL
    SELECT NULL, d.id, d.id, d.name, to_char(d.created_at, 'YYYY-MM'), NULL, true FROM redress.department d
     WHERE ($1::uuid IS NULL OR d.id = $1)
       AND EXISTS (SELECT FROM redress.department_key k WHERE k.department_id = d.id)
       AND NOT EXISTS (SELECT FROM redress.reporting_ori o WHERE o.department_id = d.id OR o.reported_by = d.id)
  )`;
