import { FormField } from '../../shared/FormField.js';

interface Reasons {
  law: string;
  facts: string;
}

/** The considerations of law and of fact (CRPA L211-5). `path`: the member of the action. */
export function ReasonsFields(props: {
  path: string;
  form: Reasons;
  change(change: Partial<Reasons>): void;
}) {
  const { path, form, change } = props;
  return (
    <>
      <FormField
        path={`${path}.law`}
        label="decision.law"
        hint="decision.law.hint"
        rows={3}
        required
        value={form.law}
        change={(law) => change({ law })}
      />
      <FormField
        path={`${path}.facts`}
        label="decision.facts"
        hint="decision.facts.hint"
        rows={4}
        required
        value={form.facts}
        change={(facts) => change({ facts })}
      />
    </>
  );
}
