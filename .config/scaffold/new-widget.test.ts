/** A widget that the scaffold writes is a widget: it compiles, keeps the house's rules, and works in a browser. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { missingInWidget } from '../../test/architecture/folders.js';
import { importsOf } from '../../test/architecture/sources.js';
import { root } from '../bootstrap.mjs';
import { refusal } from '../imports.mjs';
import { newWidget } from './new-widget.mjs';

const place = join(root, '.cache/scaffold');
const widgets = join(place, 'src');
const tool = (name: string, ...args: string[]) =>
  spawnSync(join(root, 'node_modules/.bin', name), args, { cwd: root, encoding: 'utf8' });

describe('npm run new:widget', () => {
  let files: string[] = [];

  before(() => {
    rmSync(place, { recursive: true, force: true });
    mkdirSync(widgets, { recursive: true });
    cpSync(join(root, 'packages/widgets/src/shared'), join(widgets, 'shared'), { recursive: true });
    files = newWidget('opening-hours', widgets);
  });

  after(() => rmSync(place, { recursive: true, force: true }));

  it('writes every part of a widget', () => {
    assert.deepEqual(missingInWidget('opening-hours', files), []);
    assert.equal(files.length, 7);
  });

  it('leaves no blank to fill', () => {
    for (const file of files) {
      assert.doesNotMatch(readFileSync(join(widgets, 'opening-hours', file), 'utf8'), /__\w+__/, file);
    }
  });

  it('keeps the import directions', () => {
    for (const file of files) {
      for (const { specifier, isTypeOnly } of importsOf(
        readFileSync(join(widgets, 'opening-hours', file), 'utf8'),
      )) {
        assert.equal(refusal(`packages/widgets/src/opening-hours/${file}`, specifier, isTypeOnly), undefined);
      }
    }
  });

  it('is written as Prettier would', () => {
    const { status, stderr } = tool('prettier', '--check', '--ignore-path=', join(widgets, 'opening-hours'));
    assert.equal(status, 0, stderr);
  });

  it('compiles under the house’s options', () => {
    const config = {
      extends: '../../.config/tsconfig.all.json',
      include: ['src/opening-hours/*.ts'],
    };
    writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(config));
    const { status, stdout } = tool('tsc', '--project', join(place, 'tsconfig.json'));
    assert.equal(status, 0, stdout);
  });

  it('passes its own tests in Chromium', () => {
    const { status, stdout, stderr } = tool(
      'wtr',
      '--config=.config/web-test-runner.mjs',
      '--files=.cache/scaffold/src/opening-hours/*.test.ts',
    );
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /3 passed, 0 failed/);
  });

  it('refuses a name that is taken, or that no tag can have', () => {
    assert.throws(() => newWidget('opening-hours', widgets), /already/);
    for (const name of ['', 'Horaires', 'a--b', '../a', '1a'])
      assert.throws(() => newWidget(name, widgets), RangeError);
  });
});
