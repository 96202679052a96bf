using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Galley.Authoring.Import.Sheets;

/// <summary>Prepares a workbook for the library, which drops error cells and stops without a word at broken XML.</summary>
internal static class WorkbookArchive
{
    /// <summary>A small file can unpack to any size; no calendar of posts comes near this.</summary>
    private const long MostUnpacked = 100_000_000;

    /// <summary>The workbook with its errors, such as #NAME?, as texts.</summary>
    public static MemoryStream Open(byte[] bytes)
    {
        var stream = new MemoryStream();
        stream.Write(bytes);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            Check(archive);
            foreach (var entry in archive.Entries.Where(IsSheet).ToList())
            {
                KeepErrors(archive, entry);
            }
        }

        stream.Position = 0;
        return stream;
    }

    private static void Check(ZipArchive archive)
    {
        if (archive.GetEntry("xl/workbook.xml") is null)
        {
            throw new GalleyException(
                "This file is not an Excel workbook (.xlsx). Save the sheet as .xlsx or as CSV in UTF-8."
            );
        }

        if (archive.Entries.Sum(entry => entry.Length) > MostUnpacked)
        {
            throw new GalleyException("The workbook is too large. Copy the sheet with the posts into a new workbook.");
        }
    }

    private static bool IsSheet(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)
        && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static void KeepErrors(ZipArchive archive, ZipArchiveEntry entry)
    {
        var document = Load(entry);
        var errors = document.Descendants().Attributes("t").Where(type => type.Value == "e").ToList();
        if (errors.Count == 0)
        {
            return;
        }

        errors.ForEach(type => type.Value = "str");
        var name = entry.FullName;
        entry.Delete();
        using var stream = archive.CreateEntry(name).Open();
        document.Save(stream);
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
