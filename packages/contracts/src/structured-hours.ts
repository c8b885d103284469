/** Opening hours as schema.org's `OpeningHoursSpecification`. */
import { weekdayOf } from './civil-date.js';
import type { HolidayOn } from './holidays.js';
import { openingOn } from './opening-day.js';
import type { OpeningHours, OpeningRange } from './opening-hours.js';

export type HoursData = {
  '@type': 'OpeningHoursSpecification';
  opens: string;
  closes: string;
  dayOfWeek?: string[];
  validFrom?: string;
  validThrough?: string;
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const type = 'OpeningHoursSpecification';
const during = (validFrom: string, validThrough: string) => ({ validFrom, validThrough });

/** Search engines read a day that opens when it closes as closed. */
const closed = (from: string, until: string): HoursData => ({
  '@type': type,
  opens: '00:00',
  closes: '00:00',
  ...during(from, until),
});

function week(hours: OpeningHours): HoursData[] {
  const days = new Map<string, { range: OpeningRange; dayOfWeek: string[] }>();
  hours.week.forEach((ranges, i) => {
    for (const range of ranges) {
      const key = `${range.from} ${range.until}`;
      const same = days.get(key) ?? { range, dayOfWeek: [] };
      same.dayOfWeek.push(`https://schema.org/${weekdays[i]}`);
      days.set(key, same);
    }
  });
  return [...days.values()].map(({ range, dayOfWeek }) => ({
    '@type': type,
    opens: range.from,
    closes: range.until,
    dayOfWeek,
  }));
}

/** @param holidays the public holidays to come, as far as they are known */
export function hoursData(
  hours: OpeningHours,
  holidays: readonly HolidayOn[],
): { openingHoursSpecification: HoursData[]; specialOpeningHoursSpecification: HoursData[] } {
  return {
    openingHoursSpecification: week(hours),
    specialOpeningHoursSpecification: [
      ...hours.closings.map(({ from, until }) => closed(from, until)),
      ...holidays
        .filter(({ date }) => hours.week[weekdayOf(date) - 1]?.length)
        .filter(({ date }) => openingOn(hours, date, holidays).kind === 'holiday')
        .map(({ date }) => closed(date, date)),
      ...hours.openings.flatMap(({ date, ranges }) =>
        ranges.map(({ from, until }): HoursData => ({
          '@type': type,
          opens: from,
          closes: until,
          ...during(date, date),
        })),
      ),
    ],
  };
}
