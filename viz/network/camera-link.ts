/** Cameras that move together: two pictures of the same people show the same part of them. */
import type { Sigma } from 'sigma';

type Camera = ReturnType<Sigma['getCamera']>;

/** Cameras that follow whichever of them moves. */
export class CameraLink {
  private readonly cameras = new Set<Camera>();
  private moving = false;

  /** Adds a camera; what is returned takes it out again. */
  join(camera: Camera): () => void {
    const follow = (): void => {
      // those who follow do not lead
      if (this.moving) return;
      this.moving = true;
      for (const other of this.cameras) if (other !== camera) other.setState(camera.getState());
      this.moving = false;
    };
    this.cameras.add(camera);
    camera.on('updated', follow);
    return () => {
      camera.off('updated', follow);
      this.cameras.delete(camera);
    };
  }
}
