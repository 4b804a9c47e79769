import type { CoreNews } from '../contract/envelope.ts';

/** Hands news to every listener; one that throws does not keep it from the others. */
export class NewsBoard {
  readonly #listeners = new Set<(news: CoreNews) => void>();

  listen(listener: (news: CoreNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(news: CoreNews): void {
    for (const listener of this.#listeners) {
      try {
        listener(news);
      } catch {
        // A closed window must not stop the work that made the news.
      }
    }
  }
}
