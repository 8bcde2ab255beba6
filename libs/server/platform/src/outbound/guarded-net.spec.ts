import { GuardedNet } from './guarded-net';

const answering = (address: string): ConstructorParameters<typeof GuardedNet>[0]['resolve'] => {
  return () => Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }]);
};

describe('GuardedNet', () => {
  it('pins the address that it checked', async () => {
    const net = new GuardedNet({ allow: [], resolve: answering('93.184.216.34') });
    expect(await net.pin('Mail.Example.com', 587)).toEqual({
      host: 'mail.example.com',
      address: '93.184.216.34',
      port: 587,
    });
  });

  it.each(['127.0.0.1', '0x7f.1', '::1', '[::1]', '169.254.169.254', '2130706433'])('refuses %s', async (host) => {
    await expect(new GuardedNet({ allow: [] }).pin(host, 25)).rejects.toMatchObject({ code: 'HTTP_BLOCKED_ADDRESS' });
  });

  it('refuses a name that leads inside', async () => {
    const net = new GuardedNet({ allow: [], resolve: answering('10.0.0.7') });
    await expect(net.pin('db.example.com', 5432)).rejects.toMatchObject({ code: 'HTTP_BLOCKED_ADDRESS' });
  });

  it('lets an operator name a host with its port, and nothing beside it', async () => {
    const net = new GuardedNet({ allow: ['db.internal:5432'], resolve: answering('10.0.0.7') });
    expect(await net.pin('db.internal', 5432)).toMatchObject({ address: '10.0.0.7' });
    await expect(net.pin('db.internal', 25)).rejects.toMatchObject({ code: 'HTTP_BLOCKED_ADDRESS' });
  });

  it.each([
    ['user@host', 25],
    ['host/path', 25],
    ['', 25],
    ['host', 0],
    ['host', 70_000],
    ['host:1', 25],
  ])('refuses %j:%d, which is no host with a port', async (host, port) => {
    await expect(new GuardedNet({ allow: ['0.0.0.0/0'] }).pin(host, port)).rejects.toMatchObject({
      code: 'HTTP_INVALID_URL',
    });
  });

  it('says that a name does not exist', async () => {
    const missing = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    const net = new GuardedNet({ allow: [], resolve: () => Promise.reject(missing) });
    await expect(net.pin('nowhere.example', 25)).rejects.toMatchObject({ code: 'HTTP_CONNECTION', transient: false });
  });
});
