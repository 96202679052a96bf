namespace Galley.Authoring.Import.Rows.Checks;

/// <summary>One reason for which a row must not be scheduled as it is.</summary>
internal interface IRowCheck
{
    IEnumerable<Finding> Check(ImportRow row, RowContext context);
}
