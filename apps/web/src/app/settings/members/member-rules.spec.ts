import type { MemberRowFragment, Role } from '@millrace/web-api/graphql';
import { givableRoles, whyProtected } from './member-rules';

const member = (userId: string, role: Role): MemberRowFragment => ({
  userId,
  role,
  name: userId,
  email: `${userId}@example.com`,
  joinedAt: '2026-01-01T00:00:00Z',
  lastSeenAt: null,
});
const ana = member('ana', 'OWNER');
const ben = member('ben', 'ADMIN');
const cleo = member('cleo', 'VIEWER');
const everybody = [ana, ben, cleo];
const owner = { userId: 'ana', role: 'OWNER', mayManage: true };
const admin = { userId: 'ben', role: 'ADMIN', mayManage: true };

it('the last owner stays, and is told how to change that', () => {
  expect(whyProtected(ana, everybody, owner)).toContain('transfer ownership first');
  const two = [...everybody, member('dora', 'OWNER')];
  expect(whyProtected(member('dora', 'OWNER'), two, owner)).toBeNull();
  expect(whyProtected(ana, two, owner)).toContain('This is you');
});

it('admins change everybody but owners and themselves', () => {
  expect(whyProtected(cleo, everybody, admin)).toBeNull();
  expect(whyProtected(ben, everybody, admin)).toContain('This is you');
  expect(whyProtected(member('dora', 'OWNER'), everybody, admin)).toContain('Only an owner');
});

it('others change nobody', () => {
  expect(whyProtected(ben, everybody, { userId: 'cleo', role: 'VIEWER', mayManage: false })).toContain(
    'manage members',
  );
});

it('nobody gives a role above the own one', () => {
  expect(givableRoles('ADMIN')).toEqual(['ADMIN', 'EDITOR', 'OPERATOR', 'VIEWER']);
  expect(givableRoles('OWNER')).toContain('OWNER');
  expect(givableRoles(undefined)).toEqual([]);
});
