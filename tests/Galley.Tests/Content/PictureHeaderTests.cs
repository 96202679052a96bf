using CsCheck;
using Galley.Content.Pictures;
using Galley.Testing;

namespace Galley.Tests.Content;

internal sealed class PictureHeaderTests
{
    private static readonly (string Type, byte[] Bytes)[] Samples =
    [
        ("image/png", SampleMedia.Png()),
        ("image/jpeg", SampleMedia.Jpeg()),
        ("image/gif", SampleMedia.Gif()),
        ("image/webp", SampleMedia.WebP()),
    ];

    [Test]
    public void Read_EachType_GivesItsSize()
    {
        Assert.That(
            Samples.Select(sample => Read(sample.Bytes, sample.Type)),
            Is.EqualTo(
                new PictureHeader?[]
                {
                    new(1200, 627, true),
                    new(1200, 627, true),
                    new(1200, 627, true),
                    new(1, 1, true),
                }
            )
        );
    }

    [Test]
    public void Read_APictureThatIsCutAnywhere_IsNotWhole()
    {
        foreach (var (type, bytes) in Samples)
        {
            for (var length = 0; length < bytes.Length; length++)
            {
                Assert.That(
                    Read(bytes[..length], type)?.IsWhole,
                    Is.Not.True,
                    $"{type}, {length} of {bytes.Length} bytes"
                );
            }
        }
    }

    [Test]
    public void Read_APictureWithMoreBehindIt_IsWhole()
    {
        foreach (var (type, bytes) in Samples)
        {
            Assert.That(Read([.. bytes, .. new byte[100]], type)?.IsWhole, Is.True, type);
        }
    }

    [Test]
    public void Read_AJpegWithAScan_FindsItsEndBehindStuffedBytesAndRestartMarkers()
    {
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xFF, 0xD7, 5];
        byte[] frame = SampleMedia.Jpeg()[..^2];

        Assert.That(Read([.. frame, .. scan], "image/jpeg"), Is.EqualTo(new PictureHeader(1200, 627, false)));
        Assert.That(
            Read([.. frame, .. scan, 0xFF, 0xD9], "image/jpeg"),
            Is.EqualTo(new PictureHeader(1200, 627, true))
        );
    }

    /// <summary>A preview within the EXIF data has a size and an end of its own.</summary>
    [Test]
    public void Read_AJpegWithAPreview_GivesTheSizeOfThePicture()
    {
        byte[] preview = SampleMedia.Jpeg(160, 120);
        byte[] exif = [.. "Exif\0\0"u8, .. preview];
        byte[] segment = [0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif];

        Assert.That(
            Read([0xFF, 0xD8, .. segment, .. SampleMedia.Jpeg()[2..]], "image/jpeg"),
            Is.EqualTo(new PictureHeader(1200, 627, true))
        );
    }

    [TestCase(1, 1200, 627)]
    [TestCase(3, 1200, 627)]
    [TestCase(6, 627, 1200)]
    [TestCase(8, 627, 1200)]
    [TestCase(99, 1200, 627)]
    public void Read_ATurnedPicture_GivesTheSizeAsPeopleSeeIt(int orientation, int width, int height)
    {
        foreach (var isLittle in new[] { true, false })
        {
            byte[] exif = [.. "Exif\0\0"u8, .. Exif(orientation, isLittle)];
            byte[] segment = [0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif];

            var header = Read([0xFF, 0xD8, .. segment, .. SampleMedia.Jpeg()[2..]], "image/jpeg");

            Assert.That((header?.Width, header?.Height), Is.EqualTo((width, height)));
        }
    }

    [Test]
    public void Read_AGifOfManyBlocks_IsWholeWithOrWithoutItsTrailer()
    {
        byte[] head = [.. "GIF89a"u8, 10, 0, 20, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6];
        byte[] comment = [0x21, 0xFE, 2, 9, 9, 0];
        byte[] image = [0x2C, 0, 0, 0, 0, 10, 0, 20, 0, 0x80, 1, 2, 3, 4, 5, 6, 2, 3, 1, 1, 1, 0];

        Assert.That(
            Read([.. head, .. comment, .. image, 0x3B], "image/gif"),
            Is.EqualTo(new PictureHeader(10, 20, true))
        );
        Assert.That(Read([.. head, .. comment, .. image], "image/gif")?.IsWhole, Is.True);
        Assert.That(Read([.. head, .. comment, .. image[..^2]], "image/gif")?.IsWhole, Is.False);
        Assert.That(Read([.. head, .. comment], "image/gif")?.IsWhole, Is.False);
    }

    [Test]
    public void Read_WebPOfEachKind_GivesItsSize()
    {
        byte[] lossy = [.. "VP8 "u8, 10, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 0x20, 0x03, 0x58, 0x02];
        byte[] extended = [.. "VP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x1F, 0x03, 0, 0x57, 0x02, 0];

        Assert.That(Read(Riff(lossy), "image/webp"), Is.EqualTo(new PictureHeader(800, 600, true)));
        Assert.That(Read(Riff([.. extended, .. lossy]), "image/webp"), Is.EqualTo(new PictureHeader(800, 600, true)));
    }

    /// <summary>Seen with a library that reads all of it: a stack overflow, and 7.4 GB in 21 s.</summary>
    [Test]
    public void Read_APictureBomb_TakesNextToNoMemory()
    {
        var bomb = SampleMedia.PngWithText(chunks: 1_000, megabytes: 4);
        var deep = SampleMedia.PngWithXmp(depth: 100_000);

        var allocated = Allocation.Measure(() =>
        {
            Assert.That(Read(bomb, "image/png")?.IsWhole, Is.True);
            Assert.That(Read(deep, "image/png")?.IsWhole, Is.True);
        });

        Assert.That(allocated, Is.LessThan(100_000));
    }

    [Test]
    public void Read_RandomBytesBehindEachStart_NeverThrows()
    {
        Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Int[0, 30], Gen.Byte.Array[0, 200])
            .Sample(
                (sample, kept, rest) =>
                {
                    var (type, bytes) = Samples[sample];
                    _ = Read([.. bytes.Take(kept), .. rest], type);
                    _ = PdfStructure.Read(new MemoryStream([.. "%PDF-"u8, .. rest]));
                },
                iter: 20_000
            );
    }

    [Test]
    public void Pdf_ThatIsCutEncryptedOrEmpty_IsKnown()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Pdf(SampleMedia.Pdf()), Is.EqualTo(new PdfStructure(true, false, null)));
            Assert.That(Pdf([.. SampleMedia.Pdf(), .. new byte[200_000]]).IsWhole, Is.True);
            Assert.That(Pdf("%PDF-"u8.ToArray()).IsWhole, Is.False);
            Assert.That(Pdf(SampleMedia.Pdf()[..60]).IsWhole, Is.False);
            Assert.That(Pdf([.. SampleMedia.Pdf(), .. Enumerable.Repeat((byte)'x', 100_000)]).IsWhole, Is.False);
            Assert.That(Pdf(SampleMedia.Pdf("/Encrypt 5 0 R")).IsEncrypted, Is.True);
            Assert.That(Pdf(SampleMedia.Pdf("/EncryptMetadata false")).IsEncrypted, Is.False);
            Assert.That(Pdf(SampleMedia.Pdf("/Type /Pages /Kids [] /Count 0")).Pages, Is.Zero);
            Assert.That(Pdf(SampleMedia.Pdf("/Type /Pages /Kids [1 0 R] /Count 10")).Pages, Is.EqualTo(10));
        }
    }

    [TestCase("<</Type/Pages/Kids[4 0 R 5 0 R]/Count 8>>", 8)]
    [TestCase("<</Count 8 /Kids [4 0 R] /Type /Pages>>", 8)]
    [TestCase("<</Type/Pages/Count 8>><</Type/Pages/Parent 2 0 R/Count 5>>", 8)]
    [TestCase("<</Type/Pages/Parent 2 0 R/Count 5>>", null)]
    [TestCase("<</Type/Pages/Count 8>>endobj 2 0 obj<</Type/Pages/Count 9>>", 9)]
    [TestCase("<</Linearized 1/L 900/H[1 2]/O 3/E 4/N 12/T 5>>", 12)]
    [TestCase("<</Type/ObjStm/N 40/First 300>>", null)]
    public void Pdf_SaysHowManyPagesItHas_OrNothing(string objects, int? pages) =>
        Assert.That(
            Pdf([
                .. "%PDF-1.7\n1 0 obj"u8,
                .. System.Text.Encoding.ASCII.GetBytes(objects),
                .. SampleMedia.Pdf(),
            ]).Pages,
            Is.EqualTo(pages)
        );

    private static PdfStructure Pdf(byte[] bytes) => PdfStructure.Read(new MemoryStream(bytes));

    private static PictureHeader? Read(byte[] bytes, string type) => PictureHeader.Read(new MemoryStream(bytes), type);

    private static byte[] Riff(byte[] chunks) =>
        [.. "RIFF"u8, (byte)(chunks.Length + 4), 0, 0, 0, .. "WEBP"u8, .. chunks];

    /// <summary>A directory with another entry before the orientation.</summary>
    private static byte[] Exif(int orientation, bool isLittle)
    {
        byte[] big =
        [
            .. "MM\0*"u8,
            0,
            0,
            0,
            8,
            0,
            2,
            1,
            0x0F,
            0,
            2,
            0,
            0,
            0,
            1,
            0,
            0,
            0,
            0,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte)orientation,
            0,
            0,
        ];
        byte[] little =
        [
            .. "II*\0"u8,
            8,
            0,
            0,
            0,
            2,
            0,
            0x0F,
            1,
            2,
            0,
            1,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0x12,
            1,
            3,
            0,
            1,
            0,
            0,
            0,
            (byte)orientation,
            0,
            0,
            0,
        ];
        return isLittle ? little : big;
    }
}
