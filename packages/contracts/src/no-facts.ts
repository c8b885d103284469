/** An organisation of which nothing is known yet. No dependency: it can run in a page. */
import type { OrganisationFacts } from './directory.js';

export const noFacts: Omit<OrganisationFacts, 'name'> = {
  description: '',
  phones: [],
  email: null,
  contactForm: null,
  website: null,
  address: '',
  accessibility: '',
  position: null,
  openingHours: null,
  hoursNote: '',
  keywords: [],
};
