// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ERC721, IERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {Bounds} from "../shared/Bounds.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {IERC5192} from "./IERC5192.sol";
import {IERC5643} from "./IERC5643.sol";
import {IMemberships, Kind} from "./IMemberships.sol";

/// @title Memberships
/// @notice Soulbound memberships by the year. Prices are 0 until governance sets them, inside a limit that is fixed in code; a price only
/// rises with two weeks' notice. Holds what members paid until somebody collects it for the treasury: a treasury that cannot receive
/// keeps nobody from joining.
contract Memberships is IMemberships, ERC721, SelfPermit, AccessManaged {
    using AssetTransfers for IERC20;
    using SafeERC20 for IERC20;

    struct Price {
        /// Until `effectiveAt`.
        uint96 before;
        /// From then on.
        uint96 current;
        uint48 effectiveAt;
    }

    uint64 public constant YEAR = 365 days;
    uint256 private constant MAX_YEARS_AHEAD = 3;
    uint48 private constant RAISE_NOTICE = 14 days;
    /// @dev 10,000 units of an asset with 6 decimals.
    uint96 private constant MAX_PRICE = 10_000e6;
    uint256 private constant ACCOUNT_BITS = 160;

    /// @inheritdoc IMemberships
    address public treasury;
    mapping(Kind kind => Price price) private _prices;
    mapping(uint256 tokenId => uint64 expiration) private _expirations;

    constructor(
        address authority,
        IERC20 asset_,
        address treasury_
    ) ERC721("Trusted Commerce Membership", "TCM") SelfPermit(asset_) AccessManaged(authority) {
        treasury = treasury_;
        emit TreasuryAppointed(treasury_);
    }

    /* MEMBERS */

    /// @inheritdoc IMemberships
    function join(Kind kind, uint8 yearCount, uint256 maxPrice) external returns (uint256 tokenId) {
        tokenId = tokenOf(msg.sender, kind);
        require(_ownerOf(tokenId) == address(0), AlreadyMember(tokenId));
        _mint(msg.sender, tokenId);
        emit Locked(tokenId);
        _prolong(tokenId, yearCount, maxPrice);
    }

    /// @inheritdoc IMemberships
    function renew(uint256 tokenId, uint8 yearCount, uint256 maxPrice) external {
        _prolong(tokenId, yearCount, maxPrice);
    }

    /// @inheritdoc IMemberships
    function renewSubscription(uint256 tokenId, uint64 duration) external payable {
        _refuseCoins();
        require(duration % YEAR == 0, NotWholeYears(duration, YEAR));
        _prolong(tokenId, duration / YEAR, type(uint256).max);
    }

    /// @inheritdoc IMemberships
    function cancelSubscription(uint256 tokenId) external payable {
        _refuseCoins();
        require(_requireOwned(tokenId) == msg.sender, NotMember(tokenId, msg.sender));
        delete _expirations[tokenId];
        _burn(tokenId);
        emit SubscriptionUpdate(tokenId, 0);
    }

    /// @notice Always reverts.
    function approve(address, uint256) public pure override(ERC721, IERC721) {
        revert Soulbound();
    }

    /// @notice Always reverts.
    function setApprovalForAll(address, bool) public pure override(ERC721, IERC721) {
        revert Soulbound();
    }

    /* TREASURY */

    /// @inheritdoc IMemberships
    function collect() external returns (uint256 amount) {
        amount = asset.balanceOf(address(this));
        emit PaymentsCollected(treasury, amount);
        asset.safeTransfer(treasury, amount);
    }

    /// @inheritdoc IMemberships
    function setPrice(Kind kind, uint96 price) external restricted {
        Bounds.check("membershipPrice", price, 0, MAX_PRICE);
        uint96 previous = priceOf(kind);
        uint48 effectiveAt = uint48(block.timestamp) + (price > previous ? RAISE_NOTICE : 0);
        _prices[kind] = Price(previous, price, effectiveAt);
        emit PriceSet(kind, previous, price, effectiveAt);
    }

    /// @inheritdoc IMemberships
    function appointTreasury(address treasury_) external restricted {
        treasury = treasury_;
        emit TreasuryAppointed(treasury_);
    }

    /* VIEWS */

    /// @inheritdoc IMemberships
    function priceOf(Kind kind) public view returns (uint96) {
        Price storage price = _prices[kind];
        return block.timestamp < price.effectiveAt ? price.before : price.current;
    }

    /// @inheritdoc IMemberships
    function announcedPriceOf(Kind kind) external view returns (uint96 price, uint48 effectiveAt) {
        return (_prices[kind].current, _prices[kind].effectiveAt);
    }

    /// @inheritdoc IMemberships
    function tokenOf(address account, Kind kind) public pure returns (uint256) {
        return (uint256(kind) << ACCOUNT_BITS) | uint160(account);
    }

    /// @inheritdoc IMemberships
    function isMember(address account, Kind kind) external view returns (bool) {
        return block.timestamp < _expirations[tokenOf(account, kind)];
    }

    /// @inheritdoc IMemberships
    function expiresAt(uint256 tokenId) external view returns (uint64) {
        _requireOwned(tokenId);
        return _expirations[tokenId];
    }

    /// @inheritdoc IMemberships
    function isRenewable(uint256 tokenId) external view returns (bool) {
        _requireOwned(tokenId);
        return _prolonged(tokenId, 1) <= _latest();
    }

    /// @inheritdoc IERC5192
    function locked(uint256 tokenId) external view returns (bool) {
        _requireOwned(tokenId);
        return true;
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC721, IERC165) returns (bool) {
        return
            interfaceId == type(IERC5192).interfaceId ||
            interfaceId == type(IERC5643).interfaceId ||
            super.supportsInterface(interfaceId);
    }

    /* INTERNAL */

    /// @dev The caller pays.
    function _prolong(uint256 tokenId, uint256 yearCount, uint256 maxPrice) private {
        address account = _requireOwned(tokenId);
        require(yearCount > 0, NoYears());
        uint256 expiration = _prolonged(tokenId, yearCount);
        require(expiration <= _latest(), TooFarAhead(expiration, _latest()));
        Kind kind = Kind(tokenId >> ACCOUNT_BITS);
        uint256 price = priceOf(kind) * yearCount;
        require(price <= maxPrice, PriceAboveMaximum(price, maxPrice));
        _expirations[tokenId] = uint64(expiration);
        emit MembershipPaid(tokenId, account, msg.sender, kind, yearCount, price, uint64(expiration));
        emit SubscriptionUpdate(tokenId, uint64(expiration));
        asset.pull(msg.sender, price);
    }

    /// @dev The way of every mint, burn and transfer.
    function _update(address to, uint256 tokenId, address auth) internal override returns (address) {
        require(to == address(0) || _ownerOf(tokenId) == address(0), Soulbound());
        return super._update(to, tokenId, auth);
    }

    function _prolonged(uint256 tokenId, uint256 yearCount) private view returns (uint256) {
        uint256 expiration = _expirations[tokenId];
        return (expiration > block.timestamp ? expiration : block.timestamp) + yearCount * YEAR;
    }

    function _latest() private view returns (uint256) {
        return block.timestamp + MAX_YEARS_AHEAD * YEAR;
    }

    function _refuseCoins() private view {
        require(msg.value == 0, CoinsNotAccepted(msg.value));
    }
}
