import sharp from 'sharp';
import { productPicture } from './product-picture.js';

describe('productPicture', () => {
  it('renders a square PNG on the tint', async () => {
    const picture = await productPicture('tomato', '#e3f1dc');

    const { format, width, height } = await sharp(picture).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 960, height: 960 });
    const corner = await sharp(picture)
      .extract({ left: 0, top: 0, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer();
    expect([...corner]).toEqual([0xe3, 0xf1, 0xdc]);
  });

  it('throws an error with the name of an unknown icon', async () => {
    await expect(productPicture('no-such-fruit', '#e3f1dc')).rejects.toThrow('no-such-fruit');
  });

  it('refuses a tint that is not a color', async () => {
    await expect(productPicture('tomato', 'url(#x)')).rejects.toThrow('#rrggbb');
  });
});
