/** The application's pages, drawn on the server: they work without JavaScript, in a frame and alone. */
import { FILE_MAX, FILES_MAX, steps } from './form.mjs';
import { html } from './html.mjs';
import { speaking } from './speaking.mjs';

const nothing = html``;

/**
 * @param {object} page
 * @param {string} page.title
 * @param {object} page.body
 * @param {object | null} [page.told] what the page around is told of this one; null for those that nobody frames
 */
function layout({ title, body, told = null }) {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Places en crèche</title>
        <link rel="stylesheet" href="/style.css" />
        ${told ? speaking(told) : nothing}
      </head>
      <body>
        <header class="operator">
          <p><strong>Communauté de communes des Deux Rivières</strong> · Petite enfance</p>
        </header>
        <main>${body}</main>
        <footer class="operator">
          <p>
            Une question ? <a href="tel:+33261914200">02 61 91 42 00</a>, du lundi au vendredi, de 9 h à 17 h.
          </p>
          <p>Exemple : cette intercommunalité, ses crèches et ses numéros sont inventés.</p>
        </footer>
      </body>
    </html>`.markup;
}

const addressOf = (dossier, slug) => `/creche/${dossier.key}/${slug}`;

function progress(index) {
  return html`<p class="progress">Étape ${index + 1} sur ${steps.length}</p>`;
}

function summary(faults) {
  const all = Object.entries(faults);
  if (!all.length) return nothing;
  return html`<div class="faults" role="alert" tabindex="-1" autofocus>
    <h2>${all.length === 1 ? 'Une réponse est à revoir' : `${all.length} réponses sont à revoir`}</h2>
    <ul>
      ${all.map(([name, fault]) => html`<li><a href="#${name}">${fault}</a></li>`)}
    </ul>
  </div>`;
}

function control(field, value, fault) {
  const { name, label, hint, type = 'text', autocomplete, options, isOptional, max } = field;
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  const shared = html`id="${name}" name="${name}"
  ${described ? html`aria-describedby="${described}"` : nothing}
  ${fault ? html`aria-invalid="true"` : nothing} ${isOptional ? nothing : html`required`}
  ${autocomplete ? html`autocomplete="${autocomplete}"` : nothing} ${max ? html`maxlength="${max}"` : nothing}`;
  return html`<div class="field">
    <label for="${name}">${label}${isOptional ? ' (facultatif)' : ''}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : nothing}
    ${
      options
        ? html`<select ${shared}>
            <option value="">Choisissez</option>
            ${options.map(
              (option) => html`<option ${option === value ? html`selected` : nothing}>${option}</option>`,
            )}
          </select>`
        : html`<input type="${type}" value="${value ?? ''}" ${shared} />`
    }
  </div>`;
}

/** What was answered is kept at each step, and what was typed since is the script's to see. */
function toldOf(index, sites) {
  return { sites, step: { index: index + 1, count: steps.length, title: steps[index].title } };
}

/** @param {Record<string, string>} faults by field */
export function stepPage(dossier, sites, index, answers, faults) {
  const { title, slug, fields } = steps[index];
  return layout({
    title: `${Object.keys(faults).length ? 'Erreur : ' : ''}${title}`,
    told: toldOf(index, sites),
    body: html`${progress(index)}
      <h1>${title}</h1>
      ${summary(faults)}
      <form method="post" action="${addressOf(dossier, slug)}" novalidate>
        ${fields.map((field) => control(field, answers[field.name], faults[field.name]))}
        ${buttons(dossier, index, 'Continuer')}
      </form>`,
  });
}

function buttons(dossier, index, next) {
  return html`<div class="buttons">
    <button type="submit">${next}</button>
    ${
      index
        ? html`<a class="quiet" href="${addressOf(dossier, steps[index - 1].slug)}"
            >Revenir à l’étape précédente</a
          >`
        : nothing
    }
  </div>`;
}

function size(bytes) {
  const [unit, many] = bytes < 1e6 ? ['ko', Math.ceil(bytes / 1e3)] : ['Mo', bytes / 1e6];
  return `${many.toLocaleString('fr', { maximumFractionDigits: 1 })} ${unit}`;
}

export function documentsPage(dossier, sites, faults) {
  const index = 2;
  const { title, slug } = steps[index];
  return layout({
    title: `${Object.keys(faults).length ? 'Erreur : ' : ''}${title}`,
    told: toldOf(index, sites),
    body: html`${progress(index)}
      <h1>${title}</h1>
      ${summary(faults)}
      <p>
        Un justificatif de domicile, et l’attestation de la caisse d’allocations familiales si vous l’avez.
      </p>
      ${
        dossier.documents.length
          ? html`<ul class="documents">
              ${dossier.documents.map(
                ({ id, name, size: bytes }) =>
                  html`<li>
                    <span>${name} (${size(bytes)})</span>
                    <form method="post" action="${addressOf(dossier, slug)}/${id}">
                      <button class="quiet" type="submit" aria-label="Retirer ${name}">Retirer</button>
                    </form>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      <form method="post" action="${addressOf(dossier, slug)}" enctype="multipart/form-data" novalidate>
        <div class="field">
          <label for="documents">Ajouter des documents</label>
          <p class="hint" id="documents-hint">
            PDF, JPEG ou PNG, ${FILE_MAX / 1e6} Mo au plus chacun, ${FILES_MAX} au plus.
          </p>
          ${faults.documents ? html`<p class="fault" id="documents-fault">${faults.documents}</p>` : nothing}
          <input
            type="file"
            id="documents"
            name="documents"
            multiple
            accept=".pdf,.jpg,.jpeg,.png"
            aria-describedby="documents-hint${faults.documents ? ' documents-fault' : ''}"
          />
        </div>
        <div class="buttons">
          <button type="submit" name="then" value="stay" class="second">Envoyer ces documents</button>
          <button type="submit" name="then" value="next">Continuer</button>
          <a class="quiet" href="${addressOf(dossier, steps[index - 1].slug)}"
            >Revenir à l’étape précédente</a
          >
        </div>
      </form>`,
  });
}

export function reviewPage(dossier, sites) {
  const index = 3;
  const { title, slug } = steps[index];
  return layout({
    title,
    told: toldOf(index, sites),
    body: html`${progress(index)}
      <h1>${title}</h1>
      ${steps
        .filter(({ fields }) => fields.length)
        .map(
          (step) =>
            html`<section>
              <h2>${step.title}</h2>
              <dl>
                ${step.fields.map(
                  ({ name, label }) =>
                    html`<div>
                      <dt>${label}</dt>
                      <dd>${dossier.answers[name] || 'Non renseigné'}</dd>
                    </div>`,
                )}
              </dl>
              <p><a href="${addressOf(dossier, step.slug)}">Modifier « ${step.title} »</a></p>
            </section>`,
        )}
      <section>
        <h2>Vos pièces justificatives</h2>
        <p>${dossier.documents.length ? dossier.documents.map(({ name }) => name).join(', ') : 'Aucune'}</p>
        <p><a href="${addressOf(dossier, 'pieces')}">Modifier les pièces justificatives</a></p>
      </section>
      <form method="post" action="${addressOf(dossier, slug)}">
        ${buttons(dossier, index, 'Envoyer ma demande')}
      </form>`,
  });
}

/** As the hosting said: a link, or a form where the page that one goes back to has no JavaScript. */
function wayBack({ start, returnTo, isReturnPosted }) {
  const label = 'Revenir sur le site de ma mairie';
  return isReturnPosted
    ? html`<form class="alone" method="post" action="${returnTo}">
        <input type="hidden" name="guichet-start" value="${start}" />
        <button type="submit">${label}</button>
      </form>`
    : html`<p class="alone"><a class="button" href="${returnTo}">${label}</a></p>`;
}

export function sentPage(dossier, sites) {
  return layout({
    title: 'Demande envoyée',
    told: { sites, submitted: dossier.reference },
    body: html`<h1>Votre demande est envoyée</h1>
      <p>Votre numéro de dossier : <strong>${dossier.reference}</strong></p>
      <p>
        La commission d’attribution se réunit en mai. Nous accusons réception de votre demande par courriel, à
        ${dossier.answers.email}.
      </p>
      ${dossier.returnTo ? wayBack(dossier) : nothing}`,
  });
}

/** Of one that is not there, or was sent already elsewhere. */
export function plainPage(title, text) {
  return layout({
    title,
    body: html`<h1>${title}</h1>
      <p>${text}</p>`,
  });
}

/** @param {Record<string, string>} statuses the operator's words, by its own names */
export function deskPage(dossiers, statuses) {
  return layout({
    title: 'Les demandes',
    body: html`<h1>Les demandes de place</h1>
      <p>
        Ici travaillent les agents de l’intercommunalité. Chaque changement est dit à la plate-forme des
        mairies.
      </p>
      ${dossiers.length ? nothing : html`<p>Aucune demande n’a encore été envoyée.</p>`}
      ${dossiers.map(
        ({ key, reference, answers, status, untold }) =>
          html`<section class="case">
            <h2>${reference}</h2>
            <p>
              ${answers.givenName} ${answers.familyName}, pour
              ${answers.childGivenName || 'un enfant à naître'}.
              <strong>${statuses[status]}</strong>${untold.length ? ' (pas encore transmis)' : ''}
            </p>
            <form method="post" action="/agents/${key}">
              <label for="status-${key}">Où en est cette demande ?</label>
              <select id="status-${key}" name="status">
                ${Object.entries(statuses).map(
                  ([name, label]) =>
                    html`<option value="${name}" ${name === status ? html`selected` : nothing}>
                      ${label}
                    </option>`,
                )}
              </select>
              <button type="submit">Enregistrer</button>
            </form>
          </section>`,
      )}`,
  });
}
