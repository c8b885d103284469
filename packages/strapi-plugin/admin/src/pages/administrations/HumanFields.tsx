import type { HolidayOn } from '@guichet/contracts/holidays';
import { Grid } from '@strapi/design-system';
import { FormField } from '../../shared/FormField.js';
import { HoursFields } from '../../shared/hours/HoursFields.js';
import { Sourced } from '../../shared/Sourced.js';
import type { FormState } from './form-state.js';

/** How one reaches a person there. */
export function HumanFields({
  state,
  set,
  holidays,
  disabled,
}: {
  state: FormState;
  set(change: Partial<FormState>): void;
  holidays: readonly HolidayOn[];
  disabled: boolean;
}) {
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
        <Sourced name="phone" label="human.phone" disabled={disabled}>
          <FormField
            path="phone"
            label="human.phone"
            type="tel"
            required
            disabled={disabled}
            value={state.phone}
            change={(phone) => set({ phone })}
          />
        </Sourced>
      </Grid.Item>
      <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
        <Sourced name="email" label="human.email" disabled={disabled}>
          <FormField
            path="email"
            label="human.email"
            hint="human.email.hint"
            type="email"
            required
            disabled={disabled}
            value={state.email}
            change={(email) => set({ email })}
          />
        </Sourced>
      </Grid.Item>
      <Grid.Item col={12} xs={12} alignItems="flex-start">
        <Sourced name="address" label="human.address" disabled={disabled}>
          <FormField
            path="address"
            label="human.address"
            required
            disabled={disabled}
            value={state.address}
            change={(address) => set({ address })}
          />
        </Sourced>
      </Grid.Item>
      <Grid.Item col={12} xs={12} alignItems="flex-start">
        <Sourced name="openingHours" label="human.hours" disabled={disabled}>
          <HoursFields
            lines={state.hours}
            setLines={(hours) => set({ hours })}
            draft={state.openingHours}
            setDraft={(openingHours) => set({ openingHours })}
            timeZone={state.timeZone}
            holidays={holidays}
            disabled={disabled}
          />
        </Sourced>
      </Grid.Item>
    </Grid.Root>
  );
}
