import { webPreset } from '../../jest.web.js';

export default webPreset('web', import.meta.dirname);
