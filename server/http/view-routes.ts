import { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import { operations } from '../contract/operations.ts';
import { anyViewSchema } from '../contract/saved-view.ts';
import { MOST_VIEW_BYTES, type ViewStore, ViewsFull, ViewTooLarge } from '../shared-views/view-store.ts';
import { handleOperation } from './handle-operation.ts';
import { RequestProblem } from './problem-of.ts';

/** Views that one address may share in a minute. */
const SHARED_PER_MINUTE = 30;

/** The routes that keep views and give them back; with no store they say that this server keeps none. */
export function viewRoutes(store: ViewStore | undefined, logger: Logger): Router {
  const router = Router();
  router.post(
    operations.shareView.path,
    rateLimit({
      windowMs: 60_000,
      limit: SHARED_PER_MINUTE,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: () => {
        throw new RequestProblem(
          'too_many_requests',
          `At most ${SHARED_PER_MINUTE} views a minute are kept. Try again in a moment.`,
        );
      },
    }),
  );
  handleOperation(router, operations.shareView, async ({ body }) => {
    try {
      return { id: await storeOr(store).keep(body) };
    } catch (error) {
      if (error instanceof ViewTooLarge) {
        throw new RequestProblem(
          'payload_too_large',
          `A view may have at most ${MOST_VIEW_BYTES / 1024} kB. Save it as a file instead.`,
        );
      }
      if (error instanceof ViewsFull) {
        throw new RequestProblem('views_full', 'This server keeps no more views. Save it as a file instead.');
      }
      if (error instanceof Error && 'syscall' in error) {
        logger.error({ err: error }, 'a view could not be written');
        throw new RequestProblem(
          'views_full',
          'This server cannot keep views now. Save it as a file instead.',
        );
      }
      throw error;
    }
  });
  handleOperation(router, operations.readView, async ({ params }) => {
    const kept = anyViewSchema.safeParse(await storeOr(store).read(params.id));
    if (!kept.success) throw new RequestProblem('not_found', `This server keeps no view "${params.id}".`);
    return kept.data;
  });
  return router;
}

function storeOr(store: ViewStore | undefined): ViewStore {
  if (store) return store;
  throw new RequestProblem(
    'views_off',
    'This server keeps no views: SHARED_VIEWS_MB is 0. Save it as a file instead.',
  );
}
