import { loadEmbeddingModel } from './embedding.ts';
import type { EngineReply, EngineRequest } from './engine-protocol.ts';
import { createAnalysis } from './frame-analysis.ts';
import { loadFaceFinder } from './human-engine.ts';

/** The models run here, away from the page's thread: a frame takes 100 ms and the screen must answer in 50. */
let analysis: ReturnType<typeof createAnalysis> | null = null;

async function load(base: string) {
  const [finder, model] = await Promise.all([loadFaceFinder(base), loadEmbeddingModel(base)]);
  analysis = createAnalysis(finder, model);
  const { name, digest, preprocessing, threshold } = model;
  return { name, digest, preprocessing, threshold };
}

async function answer(request: EngineRequest) {
  if (request.call === 'load') return load(request.argument.base);
  if (!analysis) throw new Error('engine.notLoaded');
  if (request.call === 'photo') return analysis.photo(request.argument.photo);
  const { picture } = request.argument;
  try {
    if (request.call === 'frame') return await analysis.frame(picture);
    return await analysis.measure(picture, request.argument.rounds);
  } finally {
    picture.close();
  }
}

// One at a time: the models share their memory.
let queue: Promise<void> = Promise.resolve();

addEventListener('message', (event: MessageEvent<EngineRequest>) => {
  const { id } = event.data;
  queue = queue.then(async () => {
    let reply: EngineReply;
    try {
      reply = { id, ok: true, result: await answer(event.data) };
    } catch (error) {
      reply = { id, ok: false, reason: error instanceof Error ? error.message : 'engine.failed' };
    }
    postMessage(reply);
  });
});
