import type { Nature } from '@guichet/contracts/request';
import { natures } from '@guichet/contracts/request-rules';
import { Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../../shared/words.js';

const Choices = styled(Radio.Group)`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
  gap: 1.2rem;

  /* The design system's own border is too pale to be seen (WCAG 2.2, 1.4.11). */
  [role='radio'] {
    border-color: ${({ theme }) => theme.colors.neutral500};
  }
`;

/** What the sending is held to be; `declared`: what its author said it was. */
export function NatureChoice(props: { declared: Nature; value: Nature; choose(nature: Nature): void }) {
  const t = useWords();
  const id = useId();
  return (
    <div>
      <Typography id={id} tag="p" variant="pi" fontWeight="bold" paddingBottom={3}>
        {t('acknowledge.nature')}
      </Typography>
      <Choices
        aria-labelledby={id}
        value={props.value}
        onValueChange={(nature: string) => props.choose(nature as Nature)}
      >
        {natures.map((nature) => (
          <Radio.Item key={nature} value={nature}>
            {t(nature === props.declared ? 'acknowledge.nature.declared' : 'acknowledge.nature.one', {
              nature: t(`nature.${nature}`),
            })}
          </Radio.Item>
        ))}
      </Choices>
    </div>
  );
}
