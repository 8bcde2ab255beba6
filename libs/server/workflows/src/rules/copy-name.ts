const MAX_NAME = 200;

/** "Report" becomes "Report (copy)", that becomes "Report (copy 2)" and so on; never longer than a name may be. */
export function copyName(name: string): string {
  const match = /^(.*) \(copy(?: (\d{1,6}))?\)$/s.exec(name);
  const stem = match?.[1] ?? name;
  const suffix = match ? ` (copy ${Number(match[2] ?? 1) + 1})` : ' (copy)';
  return stem.slice(0, MAX_NAME - suffix.length) + suffix;
}
