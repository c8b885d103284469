/**
 * The everyday needs of residents: who does what, in the words that people type. Competences by law, the text cited
 * beside each group; where the law leaves it open, the note says so rather than name one.
 */
import { care } from './needs/care.js';
import { family } from './needs/family.js';
import { home } from './needs/home.js';
import { life } from './needs/life.js';
import type { Need } from './needs/need.js';
import { papers } from './needs/papers.js';
import { street } from './needs/street.js';

export const needs: readonly Need[] = [...papers, ...family, ...home, ...street, ...care, ...life];
