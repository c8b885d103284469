import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod';
import { newId } from './new-id.js';

const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('an id is a UUID of version 7, and none is made twice', () => {
  fc.assert(fc.property(instants, (now) => z.uuidv7().safeParse(newId(now)).success));
  assert.notEqual(newId(0), newId(0));
});

test('later ids come later in an index', () => {
  fc.assert(
    fc.property(
      instants,
      instants,
      (one, other) => one === other || newId(one) < newId(other) === one < other,
    ),
  );
});
