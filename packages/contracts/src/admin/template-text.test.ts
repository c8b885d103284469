import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { filledTemplate, type TemplateValues, templateVariables, unknownVariables } from './template-text.js';

const values: TemplateValues = {
  référence: '28148-2026-7K3M-9QXB',
  objet: 'Éclairage',
  nom: 'Angela Dubois',
  'date de réception': '21 novembre 2026',
  mairie: 'Mairie du Favril',
  service: null,
  échéance: ' ',
  signature: 'Marie Lenoir, secrétaire de mairie',
};

test('each variable gives way to what the request has', () => {
  const body = 'Bonjour {{nom}}, votre demande {{référence}} du {{date de réception}} ({{objet}}).';
  assert.equal(
    filledTemplate(body, values),
    'Bonjour Angela Dubois, votre demande 28148-2026-7K3M-9QXB du 21 novembre 2026 (Éclairage).',
  );
});

test('what a request does not have leaves a gap that shows', () => {
  assert.equal(filledTemplate('{{service}} avant le {{échéance}}', values), '[service] avant le [échéance]');
});

test('names are read as people type them', () => {
  assert.equal(
    filledTemplate('{{ REFERENCE }} {{Date de  reception}}', values),
    '28148-2026-7K3M-9QXB 21 novembre 2026',
  );
  assert.deepEqual(unknownVariables('{{ Échéance }} {{echeance}} {{ÉCHÉANCE}}'), []);
});

test('what is no variable is told, stray braces too', () => {
  assert.deepEqual(unknownVariables('{{prénom}} {{nom}} {{}} {{nom} {{prénom}}'), [
    '{{prénom}}',
    '{{}}',
    '{{',
  ]);
  assert.deepEqual(unknownVariables('{nom} } {'), []);
});

test('what a value holds is never read again, and a text without variables is itself', () => {
  assert.equal(filledTemplate('{{nom}}', { ...values, nom: '{{référence}} $& <b>' }), '{{référence}} $& <b>');
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...templateVariables), (text, variable) => {
      const plain = text.replaceAll('{', '').replaceAll('}', '');
      assert.equal(filledTemplate(plain, values), plain);
      assert.equal(
        filledTemplate(`${plain}{{${variable}}}`, values),
        plain + (values[variable]?.trim() || `[${variable}]`),
      );
    }),
  );
});
