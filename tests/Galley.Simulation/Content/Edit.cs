namespace Galley.Simulation.Content;

internal enum EditKind
{
    AddPost,
    AddPostWithMagnet,
    AddPostWithPicture,
    EditText,
    EditTime,
    Rename,
    RenameAndEdit,
    RenameWithMovedFrom,
    Swap,
    Delete,
    BringBack,
    EditMagnet,
    RenameMagnet,
    DropMagnet,
}

/// <summary>One thing that an author does to the files. It means something in any repository, whatever was done before.</summary>
/// <param name="Pick">Which of the files that it can be done to.</param>
internal sealed record Edit(EditKind Kind, int Pick);
