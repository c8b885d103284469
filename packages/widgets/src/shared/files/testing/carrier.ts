import type { ApiError } from '@guichet/client/api-error';
import type { FileCalls, UploadOptions } from '@guichet/client/port';
import type { Attachment } from '@guichet/contracts/attachment';

/** The other side of the port: takes files into memory, as slowly and as badly as it is told. */
export class Carrier implements FileCalls {
  readonly sent: {
    name: string;
    key: string;
    token: string | undefined;
    procedure: string | undefined;
  }[] = [];
  /** How the next uploads fail, one each. */
  readonly failures: ApiError[] = [];
  /** How much of a file leaves before it stays where it is; null where nothing stops it. */
  stopsAt: number | null = null;
  /** How many uploads their sender has ended. */
  ended = 0;
  /** What downloads give; an error to refuse them. */
  kept: Blob | ApiError = new Blob(['%PDF-1.7']);
  readonly fetched: { token: string; id: string }[] = [];

  async upload(
    file: File,
    { idempotencyKey, token, procedure, signal, onProgress }: UploadOptions,
  ): Promise<Attachment> {
    const count = this.sent.push({ name: file.name, key: idempotencyKey, token, procedure });
    await Promise.resolve();
    const failure = this.failures.shift();
    if (failure) throw failure;
    if (this.stopsAt !== null) {
      onProgress?.(this.stopsAt);
      await new Promise((_, reject) =>
        signal?.addEventListener('abort', () => {
          this.ended++;
          reject(signal.reason as Error);
        }),
      );
    }
    return {
      id: `file-${count}`,
      name: file.name,
      size: file.size,
      sha256: '0'.repeat(64),
      type: 'application/pdf',
    };
  }

  download(token: string, id: string): Promise<Blob> {
    this.fetched.push({ token, id });
    return this.kept instanceof Blob ? Promise.resolve(this.kept) : Promise.reject(this.kept);
  }

  document(token: string, kind: string): Promise<Blob> {
    return this.download(token, kind);
  }
}

export const pdf = (name = 'plan.pdf', bytes = 310 * 1024): File =>
  new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });

/** As a person chooses them in the device's own list. */
export async function choose(root: ShadowRoot, ...files: File[]): Promise<void> {
  const add = () => root.querySelector<HTMLButtonElement>('#attachments');
  const input = () => root.querySelector<HTMLInputElement>('input[type=file]');
  for (let i = 0; !add() && i < 200; i++) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!input()) add()!.click();
  for (let i = 0; !input() && i < 200; i++) await new Promise((resolve) => setTimeout(resolve, 10));
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input()!.files = chosen.files;
  input()!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
