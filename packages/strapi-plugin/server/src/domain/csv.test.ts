import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvLine } from './csv.js';

test('a line is its cells, quoted where they hold what separates', () => {
  assert.equal(csvLine(['a', 'b c', '']), 'a;b c;\r\n');
  assert.equal(
    csvLine(['a;b', 'dit « "oui" »', 'deux\nlignes']),
    '"a;b";"dit « ""oui"" »";"deux\nlignes"\r\n',
  );
});

test('nothing is a formula', () => {
  for (const text of ['=1+1', '+33 1', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠A1']) {
    const [written] = csvLine([text]).split('\r\n');
    assert.match(csvLine([text]), /^"?'/, JSON.stringify(written));
  }
  assert.equal(csvLine(["=cmd|' /C calc'!A0"]), "'=cmd|' /C calc'!A0\r\n");
  assert.equal(
    csvLine(['=HYPERLINK("https://exemple.example";"oui")']),
    `"'=HYPERLINK(""https://exemple.example"";""oui"")"\r\n`,
  );
});

/** As RFC 4180 reads a line. */
function read(line: string): string[] {
  const cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n$)/gy;
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    cells.push(match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'));
    if (match[3] !== ';') break;
  }
  return cells;
}

test('whatever is written is read again, and begins as no formula does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (cells) => {
      const back = read(csvLine(cells));
      assert.equal(back.length, cells.length);
      back.forEach((text, i) => {
        assert.ok(text === cells[i] || text === `'${cells[i]}`);
        assert.doesNotMatch(text, /^[=+\-@\t\r]/);
      });
    }),
  );
});
