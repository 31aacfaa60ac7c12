// What is heard often is acted upon now and then: soon after the first time, and not again before that is done.
const TOGETHER = 300;

export function gathered(act: () => Promise<unknown>, together = TOGETHER): { heard: () => void; end: () => void } {
  let due: ReturnType<typeof setTimeout> | undefined;
  let more = false;
  let ended = false;
  const heard = () => {
    if (ended) return;
    if (due !== undefined) more = true;
    else due = setTimeout(() => void go(), together);
  };
  const go = async () => {
    more = false;
    await act().catch(() => {});
    due = undefined;
    if (more) heard();
  };
  const end = () => {
    ended = true;
    clearTimeout(due);
  };
  return { heard, end };
}
