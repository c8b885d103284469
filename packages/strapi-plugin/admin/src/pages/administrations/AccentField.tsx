import {
  BORDER_CONTRAST,
  contrast,
  contrasted,
  css,
  parseColour,
  type Rgb,
  TEXT_CONTRAST,
  textOn,
  WHITE,
} from '@guichet/contracts/colour';
import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { useFieldError } from '../../shared/FormField.js';
import { useWords } from '../../shared/words.js';

/** A dark page, as sites and devices have them. */
const DARK: Rgb = [24, 24, 28];

const Sample = styled.div<{ $page: string; $button: string; $onButton: string; $link: string }>`
  flex: 1 1 20rem;
  padding: 1.6rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ $page }) => $page};
  forced-color-adjust: none;

  .button {
    display: inline-block;
    padding: 0.8rem 1.6rem;
    border-radius: 0.4rem;
    background: ${({ $button }) => $button};
    color: ${({ $onButton }) => $onButton};
    font-size: 1.4rem;
    font-weight: 600;
  }
  .link {
    margin-inline-start: 1.6rem;
    color: ${({ $link }) => $link};
    font-size: 1.4rem;
    text-decoration: underline;
  }
`;

const ratio = (value: number) => Math.floor(value * 10) / 10;

/** The administration's colour, shown as residents will see it: corrected wherever it would not be legible. */
export function AccentField(props: { value: string; change(value: string): void; disabled: boolean }) {
  const t = useWords();
  const { value, change, disabled } = props;
  const error = useFieldError('accent');
  const colour = parseColour(value)?.rgb;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root name="accent" hint={t('accent.hint')} {...(error && { error })}>
        <FieldLabel>{t('accent')}</FieldLabel>
        <Flex gap={3} wrap="wrap">
          <input
            type="color"
            aria-label={t('accent.pick')}
            value={colour ? value : '#3355aa'}
            disabled={disabled}
            onChange={(event) => change(event.target.value)}
            style={{ inlineSize: '4rem', blockSize: '4rem', padding: 0, border: 'none', background: 'none' }}
          />
          <Box flex="1 1 12rem" maxWidth="20rem">
            <Field.Input
              value={value}
              placeholder="#1d5fa8"
              maxLength={7}
              disabled={disabled}
              autoComplete="off"
              onChange={(event) => change(event.target.value.trim())}
            />
          </Box>
          {value && !disabled && (
            <Button variant="tertiary" onClick={() => change('')}>
              {t('accent.none')}
            </Button>
          )}
        </Flex>
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      {colour && (
        <Flex gap={3} wrap="wrap" alignItems="stretch">
          <Preview colour={colour} page={WHITE} />
          <Preview colour={colour} page={DARK} />
        </Flex>
      )}
    </Flex>
  );
}

function Preview({ colour, page }: { colour: Rgb; page: Rgb }) {
  const t = useWords();
  const button = contrasted(colour, page, BORDER_CONTRAST);
  const link = contrasted(colour, page, TEXT_CONTRAST);
  const isCorrected = contrast(colour, page) < TEXT_CONTRAST;
  return (
    <Box flex="1 1 24rem" minWidth={0}>
      <Sample $page={css(page)} $button={css(button)} $onButton={css(textOn(button))} $link={css(link)}>
        <span className="button">{t('accent.sample.button')}</span>
        <span className="link">{t('accent.sample.link')}</span>
      </Sample>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
        {t(page === WHITE ? 'accent.onLight' : 'accent.onDark')}{' '}
        {t(isCorrected ? 'accent.corrected' : 'accent.fine', {
          from: ratio(contrast(colour, page)),
          to: ratio(contrast(link, page)),
        })}
      </Typography>
    </Box>
  );
}
