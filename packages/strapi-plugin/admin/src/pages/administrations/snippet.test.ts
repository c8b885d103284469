import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  contactSnippet,
  directorySnippet,
  frame,
  procedureSnippet,
  teleprocedureSnippet,
  trackingSnippet,
} from './snippet.js';

const source = {
  name: 'Mairie "Le <b>Favril</b>" & Cie',
  phone: '01 99 00 28 14',
  integration: {
    code: '28148',
    loader: 'https://h.example/guichet/v1/loader.js',
    links: {
      contact: 'https://h.example/c',
      tracking: 'https://h.example/t',
      terms: 'https://h.example/m',
      services: 'https://h.example/s',
    },
  },
};

test('the snippet names the script, the administration, and a human', () => {
  const html = contactSnippet(source);
  assert.ok(html.includes('<script type="module" src="https://h.example/guichet/v1/loader.js"></script>'));
  assert.ok(
    html.includes(
      '<guichet-contact-form administration="28148" style="display: flow-root; min-height: 100vh">',
    ),
  );
  assert.ok(html.includes('href="https://h.example/c"'));
  assert.ok(html.includes('<a href="tel:0199002814">01 99 00 28 14</a>'));
  assert.ok(trackingSnippet(source).includes('<guichet-request-tracker administration="28148"'));
  assert.ok(directorySnippet(source).includes('<guichet-services-directory administration="28148"'));
  assert.ok(directorySnippet(source).includes('href="https://h.example/s"'));
});

test('the snippet of a procedure names it, and leads to its own page without JavaScript', () => {
  const html = procedureSnippet(source, {
    slug: 'salle',
    title: 'Réserver la salle',
    link: 'https://h.example/c?procedure=salle',
  });
  assert.ok(html.includes('<guichet-contact-form administration="28148" procedure="salle" style='));
  assert.ok(html.includes('<a href="https://h.example/c?procedure=salle">Réserver la salle</a>'));
});

test('the snippet of a téléprocédure names it, and leads to the hosting’s page of it until it is there', () => {
  const html = teleprocedureSnippet(source, {
    slug: 'creche',
    title: 'Inscrire un enfant à la crèche <2027>',
    link: 'https://h.example/t/creche',
  });
  assert.ok(html.includes('<guichet-teleprocedure administration="28148" procedure="creche" style='));
  assert.ok(
    html.includes('<a href="https://h.example/t/creche">Inscrire un enfant à la crèche &lt;2027&gt;</a>'),
  );
  assert.ok(html.includes('<a href="tel:0199002814">01 99 00 28 14</a>'));
  assert.ok(html.endsWith('</guichet-teleprocedure>'));
});

test('a name is text in what is pasted, whatever it holds', () => {
  for (const make of [contactSnippet, trackingSnippet, directorySnippet, frame]) {
    const html = make(source);
    assert.ok(!html.includes('<b>'));
    assert.ok(html.includes('&lt;b&gt;'));
  }
  assert.equal(frame(source).split('"').length % 2, 1, 'quotes come in pairs');
});
