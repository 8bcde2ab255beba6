import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-approvals', rootDir: import.meta.dirname };
