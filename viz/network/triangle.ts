/** A program for sigma that draws people of the faculty as triangles. */
import { NodePointProgram } from 'sigma/rendering';

/** Distance to the nearest side of a triangle in the square of the mark; the rest is sigma's own. */
const shader = `
precision mediump float;
varying vec4 v_color;
varying float v_border;
const vec4 transparent = vec4(0.0, 0.0, 0.0, 0.0);
void main(void) {
  vec2 p = gl_PointCoord;
  float side = (p.y - 0.04) * 0.48 - abs(p.x - 0.5) * 0.88;
  float dist = min(0.88 - p.y, side);
  #ifdef PICKING_MODE
  gl_FragColor = dist > 0.0 ? v_color : transparent;
  #else
  gl_FragColor = mix(transparent, v_color, clamp(dist / v_border, 0.0, 1.0));
  #endif
}
`;

/** Triangles. */
export class TriangleProgram extends NodePointProgram {
  override getDefinition() {
    return { ...super.getDefinition(), FRAGMENT_SHADER_SOURCE: shader };
  }
}
