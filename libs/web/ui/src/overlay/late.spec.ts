import { Late } from './late';

const never = (error: unknown): void => {
  throw error;
};

it('what is wanted before it is there is used when it comes, and it is loaded once', async () => {
  const fetch = jest.fn(() => Promise.resolve('library'));
  const late = new Late(fetch);
  const use = jest.fn();
  late.with(use, never);
  late.with(use, never);
  expect(use).not.toHaveBeenCalled();
  await late.load();
  expect(use.mock.calls).toEqual([['library'], ['library']]);
  expect(fetch).toHaveBeenCalledTimes(1);
});

it('what was taken back before it came is not used', async () => {
  const late = new Late(() => Promise.resolve('library'));
  const use = jest.fn();
  late.with(use, never)();
  await late.load();
  expect(use).not.toHaveBeenCalled();
});

it('once it is there it is used at once', async () => {
  const late = new Late(() => Promise.resolve('library'));
  await late.load();
  const use = jest.fn();
  late.with(use, never);
  expect(use).toHaveBeenCalledWith('library');
});

it('what could not be loaded is told, and asked for again', async () => {
  const fetch = jest.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('library');
  const late = new Late<string>(fetch);
  const told = jest.fn();
  late.with(never, told);
  await expect(late.load()).rejects.toThrow('offline');
  expect(told).toHaveBeenCalledWith(new Error('offline'));
  await expect(late.load()).resolves.toBe('library');
});
