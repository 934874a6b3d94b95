import { WordList } from './word-list.js';

export const INCIDENT_TYPES = new WordList({
  'Potential Mental Health Incident': 'potential_mental_health',
  'Disturbance (drinking, fighting, disorderly)': 'disturbance',
  Domestic: 'domestic',
  Assault: 'assault',
  'MV/Traffic Stop': 'traffic_stop',
  'MV Accident/Aid': 'traffic_accident',
  'Welfare Check': 'welfare_check',
  'Medical Emergency': 'medical_emergency',
  'Pedestrian Stop': 'pedestrian_stop',
  'Suspicious person': 'suspicious_person',
  'Assisting another officer': 'assisting_officer',
  'Theft/Shoplifting': 'theft',
  Trespassing: 'trespassing',
  'Wanted Person': 'wanted_person',
  'Subject with a gun': 'subject_with_gun',
  'Subject with other weapon': 'subject_with_other_weapon',
  Burglary: 'burglary',
  Eluding: 'eluding',
  'Possession of CDS': 'drug_possession',
  'Distribution of CDS': 'drug_distribution',
  'Terroristic Threats': 'terroristic_threats',
  Robbery: 'robbery',
  'Report of Gunfire': 'report_of_gunfire',
  'Aggressive/Injured Animal': 'animal',
  Other: 'other',
});

export const CONTACT_REASONS = new WordList({
  Dispatched: 'dispatched',
  'Officer Dispatched': 'officer_dispatched',
  'Officer Initiated': 'officer_initiated',
  'Citizen Initiated': 'citizen_initiated',
  'Pre-Planned Contact': 'planned_contact',
});

export const LIGHTING = new WordList({
  Daylight: 'daylight',
  Artificial: 'artificial',
  Darkness: 'darkness',
  'Dawn/Dusk': 'dawn_or_dusk',
});

export const WEATHER = new WordList({
  Clear: 'clear',
  Cloudy: 'cloudy',
  Rain: 'rain',
  'Snow/Sleet/Ice': 'snow_sleet_ice',
  Fog: 'fog',
});

export const LOCATIONS = new WordList({
  Street: 'street',
  Residence: 'residence',
  Business: 'business',
  'Police Station': 'police_station',
  Hospital: 'hospital',
  School: 'school',
  Restaurant: 'restaurant',
  'Alcohol Establishment (bar, club, casino)': 'alcohol_establishment',
  'Jail/Prison': 'jail_prison',
  'Court House': 'court_house',
  Other: 'other',
});

export const SETTINGS = new WordList({ Indoors: 'indoors', Outdoors: 'outdoors' });
