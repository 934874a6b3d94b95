/**
 * Everything public may be found, but not every question that can be asked of it: those have no end.
 * @param origin our own address, without a slash at its end
 */
export function robotsText(origin: string): string {
  return `User-agent: *
Allow: /
Disallow: /api/
Allow: /api/v1/datasets
Disallow: /api/v1/datasets/*/*/rows
Disallow: /resource/
Disallow: /datasets/*/*/query
Disallow: /datasets/*/*/chart
Disallow: /embed/
Disallow: /follow/

Sitemap: ${origin}/sitemap.xml
`;
}
