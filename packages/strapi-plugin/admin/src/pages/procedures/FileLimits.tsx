import type { AdminProcedures, ProcedureSettings } from '@guichet/contracts/admin/procedures';
import { type FileKind, fileKinds } from '@guichet/contracts/attachment-types';
import { fileSize } from '@guichet/contracts/file-size';
import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { FormField } from '../../shared/FormField.js';
import { Tick } from '../../shared/Tick.js';
import { useWords } from '../../shared/words.js';

type Limits = ProcedureSettings['attachments'];

const MEGABYTE = 1024 ** 2;
/** As French people type it too. */
const numberIn = (text: string) => Number(text.trim().replace(',', '.') || NaN);

/** How many files residents can add, how heavy, of which kinds; unticked, whatever the hosting takes. */
export function FileLimits(props: {
  hosting: AdminProcedures['hostingFiles'];
  value: Limits;
  change(value: Limits): void;
}) {
  const t = useWords();
  const { locale } = useIntl();
  const { hosting, value, change } = props;
  const [texts, setTexts] = useState({
    maxFiles: String(value?.maxFiles ?? hosting.maxFiles),
    size: String((value?.maxFileBytes ?? hosting.maxFileBytes) / MEGABYTE),
  });
  const limits = { ...hosting, kinds: fileKinds.slice(), ...value };
  const size = fileSize(hosting.maxFileBytes, locale.startsWith('en') ? 'en' : 'fr');
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Tick
        label={t('procedures.files.own')}
        checked={value !== null}
        change={(isOwn) => change(isOwn ? limits : null)}
      />
      <Typography tag="p" variant="pi" textColor="neutral700">
        {t('procedures.files.hosting', { count: hosting.maxFiles, size })}
      </Typography>
      {value && (
        <>
          <FormField
            path="attachments.maxFiles"
            label="procedures.files.maxFiles"
            required
            value={texts.maxFiles}
            change={(text) => {
              setTexts({ ...texts, maxFiles: text });
              change({ ...value, maxFiles: numberIn(text) });
            }}
          />
          <FormField
            path="attachments.maxFileBytes"
            label="procedures.files.maxFileBytes"
            required
            value={texts.size}
            change={(text) => {
              setTexts({ ...texts, size: text });
              change({ ...value, maxFileBytes: Math.round(numberIn(text) * MEGABYTE) });
            }}
          />
          <Kinds kinds={value.kinds} change={(kinds) => change({ ...value, kinds })} />
        </>
      )}
    </Flex>
  );
}

function Kinds({ kinds, change }: { kinds: readonly FileKind[]; change(kinds: FileKind[]): void }) {
  const t = useWords();
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
        {t('procedures.files.kinds')}
      </Typography>
      {fileKinds.map((kind, i) => (
        <Tick
          key={kind}
          // What is wrong with all of them is said once.
          path={i ? '' : 'attachments.kinds'}
          required="field.noneTicked"
          label={t(`procedures.files.kind.${kind}`)}
          checked={kinds.includes(kind)}
          change={(isChosen) =>
            change(fileKinds.filter((each) => (each === kind ? isChosen : kinds.includes(each))))
          }
        />
      ))}
    </fieldset>
  );
}
