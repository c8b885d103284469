/** What a journey cannot wait for: days that pass over a request, and the hour at which the schedule looks at it. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const DAY_MS = 86_400_000;

/** Every civil date in a text, and the day of every instant. */
const daysEarlier = (text: string, days: number) =>
  text.replace(/\b\d{4}-\d\d-\d\d(?=T|\b)/g, (day) =>
    new Date(Date.parse(`${day}T12:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10),
  );

function withDatabase(work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(join(process.env['E2E_FOLDER']!, 'data.db'));
  database.exec('pragma busy_timeout = 10000; begin immediate');
  work(database);
  database.exec('commit');
  database.close();
}

type Row = Record<string, unknown> & { id: string };

/** Moves a request into the past, as if it had come, and all of it happened, so many days earlier. */
export function letDaysPass(reference: string, days: number): void {
  withDatabase((database) => {
    const move = (table: string, columns: readonly string[], row: Row) => {
      for (const column of columns) {
        const value = row[column];
        if (typeof value !== 'string') continue;
        database
          .prepare(`update ${table} set "${column}" = ? where id = ?`)
          .run(daysEarlier(value, days), row.id);
      }
    };
    const request = database
      .prepare('select * from guichet_requests where reference = ?')
      .get(reference) as Row;
    move(
      'guichet_requests',
      Object.keys(request).filter((name) => /_(?:on|at)$/.test(name)),
      request,
    );
    const events = database
      .prepare('select * from guichet_events where request_id = ?')
      .all(request.id) as Row[];
    for (const event of events) move('guichet_events', ['at', 'on', 'facts'], event);
  });
}

/** The schedule that keeps deadlines has its next hour now. */
export function letTheHourCome(): void {
  withDatabase((database) => {
    database.prepare(`update guichet_schedules set last_slot = 0 where name = 'keep-deadlines'`).run();
  });
}
