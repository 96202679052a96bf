using System.Net.Sockets;

namespace Galley.LeadPanther.Http;

/// <summary>What kept an answer from coming, in words that hold nothing of the request.</summary>
internal static class TransportErrors
{
    public static bool IsOnTheWay(Exception exception) =>
        exception is HttpRequestException or IOException or OperationCanceledException;

    /// <summary>An answer that will be as large the next time.</summary>
    public static bool IsTooLarge(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };

    public static string Describe(Exception exception, bool cancelled) =>
        exception switch
        {
            OperationCanceledException => cancelled ? "it was cancelled" : "no answer came in time",
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
                "the host name was not found",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                "no secure connection could be made",
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } =>
                "the proxy refused the connection",
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError,
                InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused }
            } => "nothing listens at the address",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
                "no connection could be made",
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "the answer is not HTTP",
            _ when IsTooLarge(exception) => $"the answer is larger than {Body.MostOfAnAnswer / (1024 * 1024)} MiB",
            _ => "the connection broke",
        };
}
