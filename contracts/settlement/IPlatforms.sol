// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title IPlatforms
/// @notice Which platforms may settle orders. Admission is the commune's decision: a platform is the one centralised party.
interface IPlatforms {
    struct Platform {
        /// Posts statements and pays their deposits.
        address operator;
        uint48 admittedAt;
        /// New statements are refused; posted ones run off.
        bool suspended;
    }

    /// @notice A platform was admitted; `endpoint` is where its relay answers.
    event PlatformAdmitted(uint32 indexed platformId, address indexed operator, string endpoint);
    event PlatformSuspended(uint32 indexed platformId);
    event PlatformResumed(uint32 indexed platformId);
    event PlatformEndpointSet(uint32 indexed platformId, string endpoint);

    error ZeroOperator();
    error UnknownPlatform(uint32 platformId);
    /// @notice The caller does not run this platform.
    error NotOperator(uint32 platformId, address caller);
    /// @notice The platform was never admitted.
    error PlatformNotAdmitted(uint32 platformId);
    error PlatformIsSuspended(uint32 platformId);

    /// @notice Admits a platform. Governance only.
    function admit(address operator, string calldata endpoint) external returns (uint32 platformId);

    /// @notice Stops new statements of a platform. Governance only.
    function suspend(uint32 platformId) external;

    /// @notice Ends a suspension. Governance only.
    function resume(uint32 platformId) external;

    /// @notice Tells where the platform's relay answers. Operator only.
    function setEndpoint(uint32 platformId, string calldata endpoint) external;

    /// @notice Reverts unless `operator` runs the platform, which is admitted and not suspended.
    function checkOperator(uint32 platformId, address operator) external view;

    function platformOf(uint32 platformId) external view returns (Platform memory);
}
