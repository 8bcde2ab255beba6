import { webPreset } from '../../../jest.web.js';

export default webPreset('web-canvas', import.meta.dirname);
