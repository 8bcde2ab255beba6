import { type LayoutTask, runLayout } from '@millrace/web-canvas/layout';

// A worker of its own: thousands of nodes take seconds.
addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  void runLayout(data).then((outcome) => postMessage(outcome));
});
