import { isApiError, type ApiErrorCode } from '@guichet/client/api-error';
import { newIdempotencyKey } from '@guichet/client/idempotency-key';
import type { UploadOptions } from '@guichet/client/port';
import type { Attachment } from '@guichet/contracts/attachment';
import { attachmentTypes, kindOfFile } from '@guichet/contracts/attachment-types';
import type { FileLimits } from '@guichet/contracts/file-limits';
import type { FieldError } from '@guichet/contracts/problem';
import type { FileProblem } from '@guichet/contracts/words/files';
import type { ReactiveController } from 'lit';

/** Why one was not taken. `failed`: for a reason that is no fault of the file. */
export type Refusal = FileProblem | 'too-many' | 'too-heavy' | 'expired' | 'failed';

export type FileState =
  /** On its way, or next; `part` of it has left, from 0 to 1. */
  | { kind: 'sending'; part: number }
  /** Leaves by itself; `minutes` where the hosting wants it later. */
  | { kind: 'waiting'; minutes: number | null }
  | { kind: 'sent'; attachment: Attachment }
  | { kind: 'refused'; why: Refusal };

/** One that the resident chose. */
export interface Chosen {
  readonly file: File;
  readonly state: FileState;
}

interface Held extends Chosen {
  state: FileState;
  key: string;
  tries: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export interface FilesOptions {
  limits: FileLimits;
  send(file: File, options: UploadOptions): Promise<Attachment>;
  /** Told of every change; `news` is what a person would want to hear of it. */
  changed(news?: { file: File; state: FileState | 'removed' }): void;
}

const waits: ReadonlySet<ApiErrorCode> = new Set<ApiErrorCode>([
  'network',
  'timeout',
  'unavailable',
  'internal-error',
  'unexpected-reply',
  'request-in-progress',
]);

const fileProblems: Partial<Record<ApiErrorCode, FileProblem>> = {
  'file-empty': 'file-empty',
  'file-damaged': 'file-damaged',
  'image-too-large': 'image-too-large',
  'file-too-large': 'file-too-large',
  'payload-too-large': 'file-too-large',
  'file-type-not-accepted': 'file-type-not-accepted',
  'file-infected': 'file-infected',
};

// Milliseconds before the first new attempt; doubled each time, up to the second.
const FIRST_WAIT = 10_000;
const LONGEST_WAIT = 120_000;

/** Sends what is chosen, one after the other, and keeps what became of each. Knows nothing of how it looks. */
export class Files implements ReactiveController {
  readonly #options: FilesOptions;
  #list: Held[] = [];
  #current: { held: Held; abort: AbortController } | undefined;

  constructor(options: FilesOptions) {
    this.#options = options;
  }

  /** The form is in the page: what waits leaves when the connection is back. */
  hostConnected(): void {
    addEventListener('online', this.#onOnline);
  }

  /** It is in no page any more: nobody sees what leaves, and the page must not hold on to it. */
  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
  }

  get list(): readonly Chosen[] {
    return this.#list;
  }

  /** Of those that a request can name. */
  get sent(): Attachment[] {
    return this.#list.flatMap(({ state }) => (state.kind === 'sent' ? [state.attachment] : []));
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      const held: Held = {
        file,
        state: { kind: 'sending', part: 0 },
        key: newIdempotencyKey(),
        tries: 0,
        timer: undefined,
      };
      this.#list.push(held);
      this.#admit(held);
    }
    this.#next();
  }

  /** Says at once what the hosting would only say once it has come there. */
  #admit(held: Held): void {
    const { file } = held;
    const { maxFiles, maxFileBytes, maxTotalBytes, kinds } = this.#options.limits;
    const others = this.#list.filter((each) => each !== held && each.state.kind !== 'refused');
    const bytes = others.reduce((sum, each) => sum + each.file.size, file.size);
    const why: Refusal | undefined =
      file.size === 0
        ? 'file-empty'
        : file.size > maxFileBytes
          ? 'file-too-large'
          : !isAccepted(file, kinds)
            ? 'file-type-not-accepted'
            : others.length >= maxFiles
              ? 'too-many'
              : bytes > maxTotalBytes
                ? 'too-heavy'
                : undefined;
    this.#become(held, why ? { kind: 'refused', why } : { kind: 'sending', part: 0 });
  }

  #become(held: Held, state: FileState): void {
    // What was taken away meanwhile is nobody's concern.
    if (!this.#list.includes(held)) return;
    const isNews = state.kind !== 'sending' || held.state.kind !== 'sending' || state.part === 0;
    held.state = state;
    this.#options.changed(isNews ? { file: held.file, state } : undefined);
  }

  #next(): void {
    const held = this.#list.find(({ state }) => state.kind === 'sending');
    if (held && !this.#current) void this.#send(held);
  }

  async #send(held: Held): Promise<void> {
    const abort = new AbortController();
    const { signal } = abort;
    this.#current = { held, abort };
    try {
      const attachment = await this.#options.send(held.file, {
        idempotencyKey: held.key,
        signal,
        onProgress: (part) => {
          if (!signal.aborted) this.#become(held, { kind: 'sending', part });
        },
      });
      this.#become(held, { kind: 'sent', attachment });
    } catch (error) {
      if (!signal.aborted) await this.#fail(held, error);
    }
    this.#current = undefined;
    this.#next();
  }

  async #fail(held: Held, error: unknown): Promise<void> {
    const code = isApiError(error) ? error.code : 'unexpected-reply';
    const problem = fileProblems[code];
    const retryAfter = isApiError(error) ? error.retryAfter : null;
    const isLater = code === 'rate-limited';
    if (problem) this.#become(held, { kind: 'refused', why: problem });
    // Gone, or changed, since it was chosen: browsers say it as if the network had failed.
    else if (!(await isReadable(held.file))) this.#become(held, { kind: 'refused', why: 'file-damaged' });
    else if (!isLater && !waits.has(code)) this.#become(held, { kind: 'refused', why: 'failed' });
    else {
      const wait = retryAfter ? retryAfter * 1000 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** held.tries++);
      held.timer = setTimeout(() => this.retry(held), wait);
      this.#become(held, {
        kind: 'waiting',
        minutes: isLater ? Math.max(1, Math.ceil(wait / 60_000)) : null,
      });
    }
  }

  #onOnline = (): void => {
    // Who sent too much is not helped by a connection.
    for (const held of this.#list)
      if (held.state.kind === 'waiting' && held.state.minutes === null) this.retry(held);
  };

  /** Sends one that waits now, or one that was refused once more. */
  retry(chosen: Chosen): void {
    const held = this.#list.find((each) => each === chosen);
    if (!held || held.state.kind === 'sent') return;
    clearTimeout(held.timer);
    // What is gone, or was never kept, must not be answered as it was.
    if (held.state.kind === 'refused') held.key = newIdempotencyKey();
    this.#admit(held);
    this.#next();
  }

  /** Takes one away, wherever it stands. */
  remove(chosen: Chosen): void {
    const held = this.#list.find((each) => each === chosen);
    if (!held) return;
    this.#list = this.#list.filter((each) => each !== held);
    this.#stop(held);
    this.#options.changed({ file: held.file, state: 'removed' });
  }

  #stop(held: Held): void {
    clearTimeout(held.timer);
    if (this.#current?.held === held) this.#current.abort.abort();
  }

  /**
   * What the hosting no longer has of those that were named, in the order of {@link sent}.
   *
   * @returns whether any is among the errors
   */
  expire(errors: readonly FieldError[]): boolean {
    const sent = this.#list.filter(({ state }) => state.kind === 'sent');
    const gone = errors.flatMap(
      ({ path }) => sent[Number(/^attachments\.(\d+)$/.exec(path)?.[1] ?? -1)] ?? [],
    );
    for (const held of gone) this.#become(held, { kind: 'refused', why: 'expired' });
    return gone.length > 0;
  }

  /** Forgets all of them, and ends what is under way. */
  clear(): void {
    const list = this.#list;
    this.#list = [];
    for (const held of list) this.#stop(held);
  }
}

/** By its name or by what the browser says of it; where neither tells, the hosting looks into it. */
function isAccepted({ name, type }: File, kinds: FileLimits['kinds']): boolean {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const known = Object.entries<readonly string[]>(attachmentTypes).find(
    ([media, extensions]) => media === type || (extension && extensions.includes(extension)),
  );
  return known ? kinds.includes(kindOfFile(known[0])) : !extension && !type;
}

async function isReadable(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}
