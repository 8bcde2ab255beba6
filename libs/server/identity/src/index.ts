export { SYSTEM_USER_ID, systemActor, type Actor, type Role } from './access/actor';
export { CurrentActor, Public, Requires } from './access/decorators';
export { assertMay, permissions, roleMay, type Permission } from './access/permission';
