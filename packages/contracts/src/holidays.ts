/** The public holidays that stand in the law, by a name that never changes; `words/opening.*` says them. */
export const holidays = [
  'new-year',
  'good-friday',
  'easter-monday',
  'labour-day',
  'victory-day',
  'ascension',
  'whit-monday',
  'bastille-day',
  'assumption',
  'all-saints',
  'armistice',
  'christmas',
  'second-christmas-day',
  'abolition-of-slavery',
] as const;
export type Holiday = (typeof holidays)[number];

/** A public holiday on its civil date. */
export interface HolidayOn {
  date: string;
  holiday: Holiday;
}
