// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC5192} from "./IERC5192.sol";
import {IERC5643} from "./IERC5643.sol";

/// @notice The roles there are in the commune.
enum Kind {
    Producer,
    Expert,
    Experiencer,
    Recommender,
    Platform,
    Validator
}

/// @title IMemberships
/// @notice Who supports the commune in a role: soulbound tokens (ERC-721, ERC-5192) that are paid by the year (ERC-5643). An account has
/// at most one token of a kind; its id is `kind · 2^160 + account`. A membership is valid before the second it expires in. No
/// contract asks for one: whoever has none can do all the same.
interface IMemberships is IERC721, IERC5192, IERC5643 {
    /// @notice Emitted with every {IERC5643-SubscriptionUpdate} but that of a cancellation.
    event MembershipPaid(
        uint256 indexed tokenId,
        address indexed account,
        address indexed payer,
        Kind kind,
        uint256 yearCount,
        uint256 amount,
        uint64 expiration
    );
    /// @notice A year of a kind costs `current` from `effectiveAt` on, until then `previous`.
    event PriceSet(Kind indexed kind, uint96 previous, uint96 current, uint48 effectiveAt);
    event TreasuryAppointed(address indexed treasury);
    event PaymentsCollected(address indexed treasury, uint256 amount);

    /// @notice Memberships are bound to their account: they can be neither transferred nor approved.
    error Soulbound();
    /// @notice The account has a membership of this kind: renew it.
    error AlreadyMember(uint256 tokenId);
    /// @notice Only the member himself cancels.
    error NotMember(uint256 tokenId, address caller);
    /// @notice Nothing would be paid for: not even a year.
    error NoYears();
    /// @notice ERC-5643 counts in seconds; memberships are renewed by whole years of 365 days.
    error NotWholeYears(uint64 duration, uint64 year);
    /// @notice At most three years can be paid ahead.
    error TooFarAhead(uint256 expiration, uint256 latest);
    /// @notice It costs more than the caller said he would pay.
    error PriceAboveMaximum(uint256 price, uint256 maxPrice);
    /// @notice Memberships are paid in the settlement asset, not in the chain's coin.
    error CoinsNotAccepted(uint256 value);

    /* MEMBERS */

    /// @notice Makes the caller a member and pays for whole years.
    /// @param maxPrice What the caller pays at most for all of them.
    function join(Kind kind, uint8 yearCount, uint256 maxPrice) external returns (uint256 tokenId);

    /// @notice Prolongs a membership from its end, or from now if it has expired; anyone may pay.
    /// @param maxPrice What the caller pays at most for all years.
    function renew(uint256 tokenId, uint8 yearCount, uint256 maxPrice) external;

    /// @inheritdoc IERC5643
    /// @notice Like {renew} without a maximum of its own: a raised price is announced two weeks ahead, and nobody pays more than he
    /// has allowed this contract to pull.
    /// @param duration A multiple of 365 days.
    function renewSubscription(uint256 tokenId, uint64 duration) external payable;

    /// @inheritdoc IERC5643
    /// @notice Ends the caller's membership at once and burns its token. Nothing is paid back.
    function cancelSubscription(uint256 tokenId) external payable;

    /* TREASURY */

    /// @notice Pays what has been paid for memberships to the treasury; anyone may.
    function collect() external returns (uint256 amount);

    /// @notice Sets the price of a year: at once if it falls, in two weeks if it rises.
    function setPrice(Kind kind, uint96 price) external;

    function appointTreasury(address treasury) external;

    /* VIEWS */

    /// @notice Receives what members pay.
    function treasury() external view returns (address);

    /// @notice What a year of a kind costs now, in the settlement asset.
    function priceOf(Kind kind) external view returns (uint96);

    /// @notice The price announced last and since when it counts, or from when it will.
    function announcedPriceOf(Kind kind) external view returns (uint96 price, uint48 effectiveAt);

    /// @notice Id of the only token of this kind that the account can have.
    function tokenOf(address account, Kind kind) external pure returns (uint256);

    /// @notice Whether the account has a membership of this kind that has not expired.
    function isMember(address account, Kind kind) external view returns (bool);

    /// @inheritdoc IERC5643
    /// @notice First second in which the membership is not valid any more.
    function expiresAt(uint256 tokenId) external view returns (uint64);

    /// @inheritdoc IERC5643
    /// @notice Whether at least another year can be paid.
    function isRenewable(uint256 tokenId) external view returns (bool);
}
