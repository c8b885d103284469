import { lightTheme } from '@strapi/design-system';
import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { createGlobalStyle, styled, ThemeProvider } from 'styled-components';

const MARK = 'guichet-printed';

/** On paper nothing of the panel around; on the screen nothing of the paper. */
const Only = createGlobalStyle`
  @page {
    size: A4;
    margin: 20mm;
  }
  @media screen {
    .${MARK} {
      display: none;
    }
  }
  @media print {
    body > :not(.${MARK}) {
      display: none !important;
    }
    html,
    body {
      block-size: auto !important;
      overflow: visible !important;
      background: #fff !important;
    }
  }
`;

const Paper = styled.div`
  color: #000;
  color-scheme: light;
  font-family: Arial, 'Liberation Sans', sans-serif;
  font-size: 11pt;
  line-height: 1.45;
  overflow-wrap: anywhere;

  h1,
  h2,
  h3 {
    break-after: avoid;
  }
  li {
    break-inside: avoid;
  }
  /* Nothing is left to be opened. */
  summary {
    display: none;
  }
`;

/**
 * Opens the browser's print dialog with its children alone, in black on white whatever the panel's theme.
 * @param props.title of the file, where it is printed to one
 * @param props.done called once the dialog is closed
 */
export function Printed(props: { title: string; done(): void; children: ReactNode }) {
  const { title, done, children } = props;
  const latest = useRef(done);
  latest.current = done;
  useEffect(() => {
    const before = document.title;
    const end = () => latest.current();
    window.addEventListener('afterprint', end);
    document.title = title;
    window.print();
    return () => {
      window.removeEventListener('afterprint', end);
      document.title = before;
    };
  }, [title]);
  return createPortal(
    <ThemeProvider theme={lightTheme}>
      <Only />
      <Paper className={MARK}>{children}</Paper>
    </ThemeProvider>,
    document.body,
  );
}
