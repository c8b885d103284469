/** What is said of how long requests are kept, as it is typed and as it is sent. */
import type { FinalAction, RetentionSettings, TransitWay } from '@guichet/contracts/admin/retention';

export interface RetentionDraft {
  /** Null while the archives have not agreed to anything. */
  finalAction: FinalAction | null;
  count: string;
  unit: 'months' | 'years';
  reference: string;
  date: string;
  transit: TransitWay | null;
}

export function retentionDraft({ here, transit }: RetentionSettings): RetentionDraft {
  return {
    finalAction: here?.finalAction ?? null,
    count: here ? String(here.period.count) : '',
    unit: here?.period.unit ?? 'years',
    reference: here?.agreement.reference ?? '',
    date: here?.agreement.date ?? '',
    transit,
  };
}

/** What is not filled in goes as it is, for the server to say so beside its field. */
export function retentionToSend(draft: RetentionDraft): RetentionSettings {
  const { finalAction, count, unit, reference, date, transit } = draft;
  return {
    here: finalAction && {
      period: { count: /^\d+$/.test(count.trim()) ? Number(count) : 0, unit },
      finalAction,
      agreement: { reference: reference.trim(), date },
    },
    transit,
  };
}
