// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

enum CaseState {
    None,
    Open,
    Answered,
    Slashed
}

/// @notice Somebody waits for a platform's answer.
struct Case {
    address challenger;
    /// Last second in which an answer counts.
    uint48 deadline;
    /// What the challenger pledged, in gwei.
    uint40 pledgeGwei;
    CaseState state;
}

/// @title IPledges
/// @notice Whoever opens a case pledges the chain's own coin, enough for the gas of an answer. It goes to the platform when the
/// case is answered, whoever sends the answer, and back otherwise. Amounts are in wei.
interface IPledges {
    /// @notice A pledge that came back was paid out.
    event PledgeWithdrawn(address indexed account, uint256 amount);
    /// @notice The operator received the pledges of cases that were answered.
    event PledgesCollected(uint32 indexed platformId, address indexed to, uint256 amount);

    /// @notice The pledge covers the gas of an answer; see {casePledge}.
    error PledgeTooLow(uint256 given, uint256 required);
    /// @notice Pledges are whole gwei below 2^40.
    error PledgeNotInGwei(uint256 given);
    error NothingToWithdraw(address account);
    error AnswerTooLate(uint48 deadline);
    error AnswerStillDue(uint48 deadline);

    /// @notice Pays an account the pledges that came back. Anyone may call.
    function withdrawPledge(address payable account) external returns (uint256 amount);

    /// @notice Pays the pledges of answered cases to the platform's operator. Anyone may call.
    function collectPledges(uint32 platformId) external returns (uint256 amount);

    /// @notice What a challenger has to pledge in this block: twice the gas of an answer at its base fee, at least a fixed
    /// minimum, in whole gwei.
    function casePledge() external view returns (uint256);

    /// @notice Seconds in which a case is to be answered.
    function answerWindow() external view returns (uint32);

    /// @notice Pledges that came back to an account and wait.
    function pledgeOf(address account) external view returns (uint256);

    /// @notice Pledges that a platform has won and that wait for its operator.
    function pledgesWonBy(uint32 platformId) external view returns (uint256);
}
