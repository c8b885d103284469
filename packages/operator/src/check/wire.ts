/** The Chrome DevTools Protocol: commands and events as JSON over one WebSocket, each page and frame a session. */

export interface WireEvent {
  method: string;
  params: Record<string, unknown>;
  sessionId?: string;
}

type Answer = Record<string, unknown>;

export class Wire {
  #socket: WebSocket;
  #next = 0;
  #asked = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  #listeners = new Set<(event: WireEvent) => void>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(String(data)) as Answer);
  }

  static open(address: string): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(address);
      socket.onopen = () => resolve(new Wire(socket));
      socket.onerror = () => reject(new Error(`The browser does not answer at ${address}`));
    });
  }

  #receive(message: Answer): void {
    const asked = this.#asked.get(message['id'] as number);
    if (!asked) {
      for (const listener of this.#listeners) listener(message as unknown as WireEvent);
      return;
    }
    this.#asked.delete(message['id'] as number);
    const { error, result } = message as { error?: { message: string }; result: Answer };
    if (error) asked.reject(new Error(error.message));
    else asked.resolve(result);
  }

  /** @throws {Error} with the browser's words */
  send(method: string, params: object = {}, sessionId?: string): Promise<Answer> {
    const id = ++this.#next;
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    return new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
  }

  /** @returns ends it */
  listen(listener: (event: WireEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
